/** @type {Readonly<Record<string, string>>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in HTML, between tags or in double quotes. @param {string} text */
export const escape = (text) => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
