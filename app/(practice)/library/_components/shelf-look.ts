/** A shelf of things to open, said once for its rows; below 900 pixels each row comes apart. */
export const shelfTable = [
  "[&_:is(th,_td)]:py-3 [&_:is(th,_td)]:pl-0 [&_:is(th,_td)]:pr-6 [&_:is(th,_td)]:border-b",
  "[&_:is(th,_td)]:border-line [&_:is(th,_td)]:text-left [&_:is(th,_td)]:align-top",
  "[&_thead_th]:py-2 [&_thead_th]:text-ink-2 [&_thead_th]:text-small [&_thead_th]:font-semibold",
  "[&_tbody_th]:w-[52%] [&_tbody_th]:font-normal [&_.who]:text-inherit [&_.who]:font-strong [&_.who]:no-underline",
  "[&_.second-line]:block [&_.second-line]:max-w-[84ch] [&_.second-line]:text-ink-2 [&_.second-line]:text-small",
  "[&_.second-line]:text-pretty border-t-[1.5px] border-ink w-full border-collapse [&_.who]:hover:underline",
  "narrow:block narrow:w-auto",
  "narrow:[&_tbody_th]:block narrow:[&_tbody_th]:w-auto",
  "narrow:[&_thead]:absolute narrow:[&_thead]:overflow-hidden",
  "narrow:[&_thead]:w-px narrow:[&_thead]:h-px",
  "narrow:[&_thead]:[clip-path:inset(50%)]",
  "narrow:[&_tbody_tr]:py-3 narrow:[&_tbody_tr]:px-0",
  "narrow:[&_tbody_tr]:border-b narrow:[&_tbody_tr]:border-line",
  "narrow:[&_:is(tbody,_tr,_td)]:block narrow:[&_:is(tbody,_tr,_td)]:w-auto",
  "narrow:[&_tbody_:is(th,_td)]:py-0.5 narrow:[&_tbody_:is(th,_td)]:px-0",
  "narrow:[&_tbody_:is(th,_td)]:border-0 print:[&_tr]:break-inside-avoid",
].join(" ");
