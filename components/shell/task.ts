/** One thing of a page of the portal: under an ink rule, its words set off from what there is to do. */
export const task = "look-part";
