/** One place of the rail; below 900 pixels a part of the strip at the top or of the bar at the bottom. */
const item = "look-rail";

const marked = "look-rail-mark";
/** Held to the bar’s height in large text. */
const barText = "max-desk:text-[clamp(12px,var(--text-fine),max(12px,3.2vw))]";

export const placeItem = `${item} ${marked} look-rail-place`;

export const secondItem = [
  item,
  marked,
  "mb-1 max-desk:mb-0 max-desk:min-h-11 max-desk:flex-row max-desk:justify-start max-desk:gap-4 max-desk:px-3 max-desk:py-1 max-desk:text-base max-desk:before:hidden!",
].join(" ");

/** What is pressed and leads nowhere. */
export const pressedItem = [
  item,
  "mt-2 w-full cursor-pointer max-desk:mt-0 max-desk:min-h-14 max-desk:justify-center",
  "aria-pressed:bg-ink aria-pressed:font-strong aria-pressed:text-paper forced-colors:aria-pressed:[outline:2px_solid_Highlight]",
].join(" ");

export const barItem = `${pressedItem} ${barText}`;

/** Where the two forms of the rail stand on a small screen: at the end of the bar. */
export const inTheBar =
  "max-desk:fixed max-desk:bottom-[calc(4px+env(safe-area-inset-bottom))] max-desk:z-4 max-desk:w-20";
