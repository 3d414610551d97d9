/** The first and the further characters of variable names, in order of their frequency in hls.js. */
const first = 'tersinaolhcdufgmpETyvSALRbkID_CPOFxMwNBUGVHK$jWYqzXQZJ';
const further = 'tersinaolhcdufgmp0ET1yvSALRbkID_CPOFxMw2NBU3485G69VHK7$jWYqzXQZJ';

/**
 * Gives every minified text the same variable names in the same order. Terser chooses the order by the frequencies in each text, so each
 * engine would have other names, and the script that contains all engines would be 1 % larger when compressed.
 */
export const nthIdentifier = {
  get(number) {
    let name = first[number % first.length];
    for (let left = Math.floor(number / first.length); left > 0; left = Math.floor((left - 1) / further.length))
      name += further[(left - 1) % further.length];
    return name;
  }
};
