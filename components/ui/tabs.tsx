import type { Route } from "next";
import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { TabStrip } from "@/components/ui/tab-strip";

export type Tab = {
  href: Route;
  label: string;
  current?: boolean;
  /** Shown only when it needs action. */
  count?: number | undefined;
};

const tabLink = "look-tab";

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <TabStrip
      label={label}
      current={tabs.find(({ current }) => current)?.href}
      className={classNames(
        "mt-4.5 flex gap-7 border-b border-line print:hidden",
        "max-desk:-mx-5 max-desk:gap-[clamp(8px,2.6vw,22px)] max-desk:overflow-x-auto max-desk:px-5 max-desk:[scrollbar-width:none] max-tiny:-mx-4 max-tiny:px-4",
      )}
    >
      {tabs.map((tab) => (
        <Link
          className={tabLink}
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          prefetch={false}
        >
          {tab.label}
          {tab.count ? <span className="font-normal text-ink-3"> {tab.count}</span> : null}
        </Link>
      ))}
    </TabStrip>
  );
}
