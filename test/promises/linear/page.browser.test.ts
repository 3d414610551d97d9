import { isRepresentative, testGaps, worstTexts } from './page.js';

testGaps(worstTexts.filter(isRepresentative));
