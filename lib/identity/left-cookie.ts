/**
 * Set by the page as somebody leaves it quickly, because that works without a network: at the next contact it ends the
 * sign-in that came with it. It says nothing but that.
 */
export const leftCookie = "nearer-left";
