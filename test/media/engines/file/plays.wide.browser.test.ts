import { files, isRepresentative, testFile } from './plays.js';

files.filter((file) => !isRepresentative(file)).forEach(testFile);
