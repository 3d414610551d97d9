/** The first characters of variable names, in order of their frequency in hls.js. */
const firstCharacters = 'tersinaolhcdufgmpETyvSALRbkID_CPOFxMwNBUGVHK$jWYqzXQZJ';

/** The further characters of variable names, in the same order. */
const furtherCharacters = 'tersinaolhcdufgmp0ET1yvSALRbkID_CPOFxMw2NBU3485G69VHK7$jWYqzXQZJ';

/**
 * Makes Terser use the same variable names in the same order for every text. By default, it chooses the order by the frequencies in each
 * text, so each engine would have different names, and the script that contains all engines would be 1 % larger when compressed.
 */
export const nthIdentifier = {
  get(number) {
    let name = firstCharacters[number % firstCharacters.length];
    for (let rest = Math.floor(number / firstCharacters.length); rest > 0; rest = Math.floor((rest - 1) / furtherCharacters.length))
      name += furtherCharacters[(rest - 1) % furtherCharacters.length];
    return name;
  }
};
