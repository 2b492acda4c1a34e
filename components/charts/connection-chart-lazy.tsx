"use client";

import dynamic from "next/dynamic";

/** The chart's code is fetched only on a page that shows it; the box has the final size from the first paint. */
export const ConnectionChartLazy = dynamic(
  () => import("@/components/charts/connection-chart").then((module) => module.ConnectionChart),
  { ssr: false, loading: Box },
);

function Box() {
  return (
    <div className="conn" aria-busy="true">
      <div className="box" />
      <p className="told" />
    </div>
  );
}
