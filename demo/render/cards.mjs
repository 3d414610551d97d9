import { groups } from '../pages/index.mjs';
import { escape } from './escape.mjs';
import { addressOf } from './frame.mjs';

/** Every page with its one sentence, by group: the table of contents at the end of the home page. */
export const cards = async () =>
  `<section class="all" aria-label="All pages">${Object.entries(groups)
    .map(
      ([group, pages]) =>
        `<div><h2>${group}</h2><ul>${pages
          .map(({ name, link, about }) => `<li><a href="${addressOf(name)}">${escape(link)}</a> <span>${escape(about)}</span></li>`)
          .join('')}</ul></div>`
    )
    .join('')}</section>`;
