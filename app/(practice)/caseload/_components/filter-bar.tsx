import { asButton, Button } from "@/components/ui/button";
import { asField } from "@/components/ui/control-frame";
import { Icon } from "@/components/ui/icon";
import { BarSelect } from "@/components/ui/select";
import { ViewSwitch } from "@/components/ui/view-switch";
import { type CaseloadView, usualView } from "@/lib/caseload/view";
import { viewHref } from "../view";
import { InstantFilter } from "./instant-filter";

const phases: { value: CaseloadView["phase"]; label: string }[] = [
  { value: "all", label: "All" },
  { value: "1", label: "1 Small Steps" },
  { value: "2", label: "2 Building Trust" },
  { value: "3", label: "3 Integration" },
];

const states = [
  { value: "current", label: "Active and starting" },
  { value: "starting", label: "Starting" },
  { value: "after", label: "After the ten weeks" },
  { value: "all", label: "Everybody" },
  { value: "archive", label: "Archive: discharged" },
];

const flags = [
  { value: "any", label: "Any flag" },
  { value: "needs-you", label: "Needs you" },
  { value: "review", label: "To review" },
  { value: "starting", label: "Starting" },
  { value: "letters", label: "Letters: not asked" },
];

const sorts = [
  { value: "attention", label: "Needs attention first" },
  { value: "name", label: "Name" },
  { value: "week", label: "Week" },
  { value: "activity", label: "Last activity" },
  { value: "due", label: "Next due" },
  { value: "session", label: "Next session" },
];

type Therapist = { id: string; name: string };

/** As wide as what is chosen, and not as its longest choice: with a therapist to choose the bar still fits on one line. */
const fits =
  "desk:[&_select]:field-sizing-content desk:[&_select]:max-w-44 [&_select]:truncate max-desk:[&_select]:w-full";

/**
 * On a phone all but the search stands behind one button, in the browser's own popover at the foot of the screen: Escape and a tap
 * beside it close it, and no script is needed. A browser without one shows it where it is.
 */
const sheet = [
  "text-ink desk:contents max-desk:not-supports-[selector(:popover-open)]:contents",
  "max-desk:open:fixed max-desk:open:inset-[auto_0_0_0] max-desk:open:m-0 max-desk:open:w-full max-desk:open:max-w-none",
  "max-desk:open:grid max-desk:open:gap-2 max-desk:open:max-h-[85dvh] max-desk:open:overflow-y-auto max-desk:open:lifted",
  "max-desk:open:border-0 max-desk:open:border-t max-desk:open:border-line max-desk:open:bg-paper max-desk:open:px-5 max-desk:open:pt-4",
  "max-desk:open:pb-[calc(16px+env(safe-area-inset-bottom))]",
].join(" ");

/** What is other than usual is told where it cannot be seen. */
const inUse = (view: CaseloadView): number =>
  (["phase", "state", "whose", "flag", "sort"] as const).filter((key) => view[key] !== usualView[key]).length;

/** Search, filters and order: a form that only writes the address. */
export function FilterBar({ view, therapists }: { view: CaseloadView; therapists: readonly Therapist[] }) {
  return (
    <search className={`flex gap-2 mb-2.5 flex-wrap items-center narrow:[&_nav]:w-full print:hidden ${fits}`}>
      <form
        className="flex-[1_1_9rem] max-w-61.5 narrow:max-w-none print:hidden"
        action="/caseload"
        method="get"
        id="caseload-filter"
      >
        {view.phase === "all" ? null : <input type="hidden" name="phase" value={view.phase} />}
        <label {...asField("plain", "min-w-0")}>
          <Icon name="search" small />
          <span className="sr-only">Search clients</span>
          <input
            className="min-w-0 flex-1"
            type="search"
            name="q"
            defaultValue={view.q}
            placeholder="Name, partner, e-mail, record"
            autoComplete="off"
            data-search
          />
        </label>
      </form>
      <button
        type="button"
        popoverTarget="caseload-filters"
        {...asButton({}, "desk:hidden not-supports-[selector(:popover-open)]:hidden")}
      >
        {inUse(view) > 0 ? `Filters: ${inUse(view)}` : "Filters"}
      </button>
      <div id="caseload-filters" popover="auto" className={sheet}>
        <ViewSwitch
          label="Phase"
          views={phases.map(({ value, label }) => ({
            href: viewHref(view, { phase: value }),
            label,
            current: view.phase === value,
          }))}
        />
        <BarSelect form="caseload-filter" name="state" label="Who" options={states} defaultValue={view.state} />
        {therapists.length > 1 ? (
          <BarSelect
            form="caseload-filter"
            name="whose"
            label="Therapist"
            options={[
              { value: "all", label: "Everybody’s" },
              ...therapists.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={view.whose}
          />
        ) : null}
        <BarSelect form="caseload-filter" name="flag" label="Flag" options={flags} defaultValue={view.flag} />
        <div className="relative ml-auto flex gap-2 narrow:ml-0 narrow:[&>[data-field]]:flex-1">
          <BarSelect
            form="caseload-filter"
            name="sort"
            label="Sort"
            showLabel
            options={sorts}
            defaultValue={view.sort}
          />
          <Button
            type="submit"
            form="caseload-filter"
            className="[--pad:0.25rem_0.75rem] scripted:sr-only scripted:focus:not-sr-only"
          >
            Show
          </Button>
        </div>
        <button
          type="button"
          popoverTarget="caseload-filters"
          popoverTargetAction="hide"
          {...asButton({ look: "filled" }, "desk:hidden not-supports-[selector(:popover-open)]:hidden")}
        >
          Done
        </button>
      </div>
      <InstantFilter form="caseload-filter" usual={usualView} q={view.q} />
    </search>
  );
}
