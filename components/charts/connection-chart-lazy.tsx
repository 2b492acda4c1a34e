"use client";

import dynamic from "next/dynamic";

/** The chart's code is fetched only on a page that shows it; the box has the final size from the first paint. */
export const ConnectionChartLazy = dynamic(
  () => import("@/components/charts/connection-chart").then((module) => module.ConnectionChart),
  { ssr: false, loading: Box },
);

function Box() {
  return (
    <div className="conn relative" aria-busy="true">
      <div className="@max-[560px]:h-75 h-87.5 print:h-auto" />
      <p className="pt-1.5 min-h-6.5 text-ink-2 text-small print:hidden" />
    </div>
  );
}
