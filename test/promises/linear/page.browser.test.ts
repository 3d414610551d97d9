import { isRepresentative, testGaps, worst } from './page.js';

testGaps(worst.filter(isRepresentative));
