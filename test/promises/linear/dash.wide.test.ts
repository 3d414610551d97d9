import { testTexts } from './dash-texts.js';

testTexts(false);
