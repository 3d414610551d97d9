/** @type {Readonly<Record<string, string>>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for HTML, between tags or in double quotes. @param {string} text */
export const escape = (text) => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
