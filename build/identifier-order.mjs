/** The first characters of variable names, in order of their frequency in hls.js. */
const first = 'tersinaolhcdufgmpETyvSALRbkID_CPOFxMwNBUGVHK$jWYqzXQZJ';

/** The further characters of variable names, in the same order. */
const further = 'tersinaolhcdufgmp0ET1yvSALRbkID_CPOFxMw2NBU3485G69VHK7$jWYqzXQZJ';

/**
 * Makes Terser use the same variable names in the same order for every text. By default, it chooses the order by the frequencies in each
 * text, so each engine would have different names, and the script that contains all engines would be 1 % larger when compressed.
 */
export const nthIdentifier = {
  get(number) {
    let name = first[number % first.length];
    for (let rest = Math.floor(number / first.length); rest > 0; rest = Math.floor((rest - 1) / further.length))
      name += further[(rest - 1) % further.length];
    return name;
  }
};
