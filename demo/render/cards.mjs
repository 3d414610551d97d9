import { pageGroups } from '../pages/index.mjs';
import { escape } from './escape.mjs';
import { urlOf } from './layout.mjs';

/** Returns the contents at the end of the home page: every page with a sentence about it, by group. */
export const pageCards = async () =>
  `<section class="all" aria-label="All pages">${Object.entries(pageGroups)
    .map(
      ([group, pages]) =>
        `<div><h2>${group}</h2><ul>${pages
          .map(({ name, link, about }) => `<li><a href="${urlOf(name)}">${escape(link)}</a> <span>${escape(about)}</span></li>`)
          .join('')}</ul></div>`
    )
    .join('')}</section>`;
