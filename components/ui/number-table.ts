/** A plain table of numbers: the first cell heads its row, figures stand at the right. Said once for all of its cells. */
export const numberTable = [
  "w-full border-collapse",
  "[&_:is(th,td)]:border-b [&_:is(th,td)]:border-line [&_:is(th,td)]:pl-3 [&_:is(th,td)]:text-right [&_:is(th,td):first-child]:pl-0 [&_:is(th,td):first-child]:text-left",
  "[&_thead_th]:pb-1.5 [&_thead_th]:align-bottom [&_thead_th]:text-small [&_thead_th]:font-semibold [&_thead_th]:text-balance [&_thead_th]:text-ink-2",
  "[&_tbody_:is(th,td)]:py-2 [&_tbody_:is(th,td)]:align-top [&_tbody_th]:font-normal",
  "[&_td.own]:font-serif [&_td.own]:whitespace-pre-line [&_td.own]:wrap-anywhere",
  "[&_:is(th,td).words]:text-left [&_td.side]:pl-3!",
  "[&_.goes-on>td]:border-b-transparent! [&_.goes-on>td]:pb-0.5! [&_.goes-on+tr>td]:pt-0.5!",
  "print:[&_:is(thead,tr)]:break-inside-avoid",
].join(" ");

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
