/** A plain table of numbers: the first cell heads its row, figures stand at the right. Said once for all of its cells. */
export const numberTable = "look-numbers";

/** Rows that come apart on a small screen: each cell is a line, and says what it is. */
export const stackedTable = [
  "on-screen:max-desk:block on-screen:max-desk:[&_:is(tbody,tr,th,td)]:block on-screen:max-desk:[&_:is(tbody,tr,th,td)]:w-auto",
  "on-screen:max-desk:[&_thead]:sr-only",
  "on-screen:max-desk:[&_tbody_tr]:border-b on-screen:max-desk:[&_tbody_tr]:border-line on-screen:max-desk:[&_tbody_tr]:py-2.5",
  "on-screen:max-desk:[&_tbody_tr.goes-on]:border-b-0 on-screen:max-desk:[&_tbody_tr.goes-on]:pb-0",
  "on-screen:max-desk:[&_tbody_:is(th,td)]:border-0! on-screen:max-desk:[&_tbody_:is(th,td)]:px-0! on-screen:max-desk:[&_tbody_:is(th,td)]:py-0.5! on-screen:max-desk:[&_tbody_:is(th,td)]:text-left!",
  "on-screen:max-desk:[&_tbody_td.side]:font-strong",
  "on-screen:max-desk:[&_td:not(.side)]:before:content-[attr(data-label)_':_'] on-screen:max-desk:[&_td:not(.side)]:before:font-normal on-screen:max-desk:[&_td:not(.side)]:before:text-ink-2",
].join(" ");
