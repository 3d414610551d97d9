import { hex, mix } from './colour.js';

/** The light of one day, in video seconds. The last row equals the first, so that the video loops without a seam. */
const day = [
  // second, zenith, middle, horizon, cloud lit, cloud shade, ambient light, night (0 to 1)
  [0, '#41649c', '#cf9aac', '#ffcf98', '#ffdccb', '#a98fae', '#b8a0a8', 0.1],
  [6, '#5d9dd6', '#b4d2e6', '#ffe9c4', '#fff3e6', '#c2c6da', '#efe0d2', 0],
  [16, '#3c92dc', '#86c6f0', '#d8f0fa', '#ffffff', '#c6dcee', '#ffffff', 0],
  [27, '#4692d6', '#98cdec', '#f6efd6', '#fffdf6', '#cbdcea', '#fff8ec', 0],
  [34, '#4d82bf', '#dcc09c', '#ffd07c', '#ffe9c0', '#c79c8c', '#ffdcaa', 0],
  [40, '#3b4f8c', '#dd7f7c', '#ff9d4c', '#ffab80', '#84557e', '#b8807c', 0.15],
  [44, '#222f66', '#84598e', '#f2886a', '#d8748a', '#473c72', '#5c5080', 0.6],
  [48, '#0d1740', '#27326a', '#6d5488', '#4c4a80', '#20285a', '#2e3560', 0.95],
  [53, '#070e2a', '#13234e', '#2a4474', '#344a78', '#172446', '#222f56', 1],
  [58, '#0c1738', '#263a6c', '#56608e', '#4a5888', '#26325c', '#2c3862', 0.85],
  [61, '#22396e', '#75699a', '#e8a088', '#c890a0', '#58558a', '#66608a', 0.45],
  [64, '#41649c', '#cf9aac', '#ffcf98', '#ffdccb', '#a98fae', '#b8a0a8', 0.1],
].map(([second, ...rest]) => [second, ...rest.slice(0, 6).map(hex), rest[6]]);

/** The colours at video second t. */
export function palette(t) {
  const at = Math.max(0, day.findIndex(([second], i) => t >= second && t <= day[i + 1]?.[0]));
  const [from, to] = [day[at], day[at + 1]];
  const share = (t - from[0]) / (to[0] - from[0]);
  const [zenith, middle, horizon, cloudLit, cloudShade, ambient] = [1, 2, 3, 4, 5, 6].map((i) => mix(from[i], to[i], share));
  return { zenith, middle, horizon, cloudLit, cloudShade, ambient, night: from[7] + (to[7] - from[7]) * share };
}
