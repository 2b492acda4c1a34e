import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type AuditFilter, auditAreas } from "@/lib/audit/filter";

type Props = { filter: AuditFilter; people: readonly { id: string; name: string }[] };

/** A form that only writes the address. */
export function AuditFilterBar({ filter, people }: Props) {
  return (
    <search className="print:hidden">
      <form
        action="/settings/audit"
        method="get"
        className="my-5 grid items-end gap-3 grid-cols-[repeat(auto-fit,minmax(150px,1fr))]"
      >
        <Select
          id="who"
          name="who"
          label="Who"
          options={[{ value: "", label: "Everybody" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          defaultValue={filter.who === "all" ? "" : filter.who}
        />
        <Select
          id="area"
          name="area"
          label="About"
          options={[
            { value: "", label: "Everything" },
            ...Object.entries(auditAreas).map(([value, label]) => ({ value, label })),
          ]}
          defaultValue={filter.area === "all" ? "" : filter.area}
        />
        <Field
          id="record"
          name="record"
          label="Record number"
          defaultValue={filter.record === null ? "" : String(filter.record)}
        />
        <Field id="from" name="from" label="From" type="date" defaultValue={filter.from ?? ""} />
        <Field id="to" name="to" label="To" type="date" defaultValue={filter.to ?? ""} />
        <Button type="submit" look="filled">
          Show
        </Button>
      </form>
    </search>
  );
}
