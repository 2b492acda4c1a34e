/** A row for each dimension, said once for all of them; on a small screen the drawing stands below the words. */
export const dumbbells = "look-dumbbells";
