export { interfaceStyles } from './interface.css.js';
export { restyleOnChanges } from './restyle.js';
