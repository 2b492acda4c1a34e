/** The path, said once for its rows: a row of words weighs no more than its words. Below 900 pixels each row comes apart. */
export const pathTable = "look-path";
