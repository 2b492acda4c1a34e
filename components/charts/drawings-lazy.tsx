"use client";

import dynamic from "next/dynamic";

const busy = () => <span aria-busy="true" />;

/** Drawn in the browser, in a room of the final size: a page does not carry its numbers as paths too. Their tables need no script. */
export const StrategiesBarsLazy = dynamic(
  () => import("@/components/charts/strategies-bars").then(({ StrategiesBars }) => StrategiesBars),
  { ssr: false, loading: busy },
);

export const AnxietyOnScreenLazy = dynamic(
  () => import("@/components/charts/anxiety-on-screen").then(({ AnxietyOnScreen }) => AnxietyOnScreen),
  { ssr: false, loading: busy },
);

export const RatedOnScreenLazy = dynamic(
  () => import("@/components/charts/rated-on-screen").then(({ RatedOnScreen }) => RatedOnScreen),
  { ssr: false, loading: busy },
);
