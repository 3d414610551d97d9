import { files, isRepresentative, testFile } from './plays.js';

files.filter(isRepresentative).forEach(testFile);
