import { html } from 'lit';
import type { Control } from '../view.js';

export const title: Control = {
  name: 'title',
  shown: ({ options }) => options.title !== '',
  render: ({ options }) => html`<div class="title" part="title" dir="auto">${options.title}</div>`
};
