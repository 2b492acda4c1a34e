/** A shelf of things to open, said once for its rows; below 900 pixels each row comes apart. */
export const shelfTable = [
  "[&_:is(th,_td)]:py-3 [&_:is(th,_td)]:pl-0 [&_:is(th,_td)]:pr-6 [&_:is(th,_td)]:border-b",
  "[&_:is(th,_td)]:border-line [&_:is(th,_td)]:text-left [&_:is(th,_td)]:align-top",
  "[&_thead_th]:py-2 [&_thead_th]:text-ink-2 [&_thead_th]:text-small [&_thead_th]:font-semibold",
  "[&_tbody_th]:w-[52%] [&_tbody_th]:font-normal [&_.who]:text-inherit [&_.who]:font-strong [&_.who]:no-underline",
  "[&_.second-line]:block [&_.second-line]:max-w-[84ch] [&_.second-line]:text-ink-2 [&_.second-line]:text-small",
  "[&_.second-line]:text-pretty border-t-[1.5px] border-ink w-full border-collapse [&_.who]:hover:underline",
  "on-screen:max-desk:block on-screen:max-desk:w-auto",
  "on-screen:max-desk:[&_tbody_th]:block on-screen:max-desk:[&_tbody_th]:w-auto",
  "on-screen:max-desk:[&_thead]:absolute on-screen:max-desk:[&_thead]:overflow-hidden",
  "on-screen:max-desk:[&_thead]:w-px on-screen:max-desk:[&_thead]:h-px",
  "on-screen:max-desk:[&_thead]:[clip-path:inset(50%)]",
  "on-screen:max-desk:[&_tbody_tr]:py-3 on-screen:max-desk:[&_tbody_tr]:px-0",
  "on-screen:max-desk:[&_tbody_tr]:border-b on-screen:max-desk:[&_tbody_tr]:border-line",
  "on-screen:max-desk:[&_:is(tbody,_tr,_td)]:block on-screen:max-desk:[&_:is(tbody,_tr,_td)]:w-auto",
  "on-screen:max-desk:[&_tbody_:is(th,_td)]:py-0.5 on-screen:max-desk:[&_tbody_:is(th,_td)]:px-0",
  "on-screen:max-desk:[&_tbody_:is(th,_td)]:border-0 print:[&_tr]:break-inside-avoid",
].join(" ");
