"use client";

import dynamic from "next/dynamic";

/** The drawing is fetched on a page that shows it; `TimeBox` keeps its room. */
export const TimeSeriesLazy = dynamic(
  () => import("@/components/charts/time-series").then((module) => module.TimeSeries),
  { ssr: false, loading: () => <span aria-busy="true" /> },
);
