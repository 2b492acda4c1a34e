import { SearchParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ChartChoices } from "@/components/ui/chart-choices";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import { idle } from "@/lib/form-state";

const table = { caption: "Numbers", columns: ["Week", "Median"], rows: [[1, 4]] };

function sent({ chart, asked = "", tables = [] }: { chart?: string; asked?: string; tables?: string[] }) {
  return renderToStaticMarkup(
    <SearchParamsContext value={new URLSearchParams(asked)}>
      <ChartChoices tables={tables} remember={async () => idle}>
        <DataTableAlternative table={table} {...(chart ? { chart } : {})}>
          <figure />
        </DataTableAlternative>
      </ChartChoices>
    </SearchParamsContext>,
  );
}

describe("a chart and its table", () => {
  it.each([
    ["the drawing, unless something else was asked for", {}, "<figure"],
    ["the table, where the address asks for it", { asked: "show=connection-table" }, "<table"],
    ["the drawing, where the address asks for another chart’s table", { asked: "show=gaps-table" }, "<figure"],
    ["the table, where this person reads it as one", { tables: ["connection"] }, "<table"],
    [
      "the drawing all the same, where the address asks for it",
      { tables: ["connection"], asked: "show=connection-chart" },
      "<figure",
    ],
  ])("send %s, and never both", (_, asked, what) => {
    const markup = sent({ chart: "connection", ...asked });
    expect(markup).toContain(what);
    expect(markup).not.toContain(what === "<table" ? "<figure" : "<table");
    const other = what === "<table" ? "chart" : "table";
    expect(markup).toContain(`href="?show=connection-${other}#twin-connection"`);
    expect(markup).toContain('id="twin-connection"');
  });

  it("stand folded together where no address may name what is read", () => {
    expect(sent({})).toMatch(/<details.*<table.*<figure/s);
    expect(sent({})).not.toContain("href");
  });
});
