/**
 * The edition of what is kept of each client: which signals there are, and where they stand on the caseload. A release that
 * changes either raises it, and whoever was kept by an older one is looked at anew: no row of theirs is read meanwhile.
 */
export const keptEdition = 3;
