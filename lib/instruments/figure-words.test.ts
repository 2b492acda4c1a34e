import { expect, it } from "vitest";
import type { Instrument } from "@/lib/assessments/instrument";
import { BUILT_IN_INSTRUMENTS, builtInInstrument } from "@/lib/instruments/built-in";
import { bandWords, changeWords, missingWords } from "@/lib/instruments/figure-words";
import { certaintyWords } from "@/lib/instruments/instrument-status";

const of = (key: string, at = 0): [Instrument, Instrument["scales"][number]] => {
  const instrument = builtInInstrument(key);
  const scale = instrument?.scales.at(at);
  if (!instrument || !scale) throw new Error(key);
  return [instrument, scale];
};

it("never says of somebody else’s instrument that nothing is published", () => {
  expect(bandWords(...of("core-10"))).toBe("None included (unconfirmed).");
  expect(changeWords(...of("core-10"))).toBe("None included (unconfirmed).");
  expect(bandWords(...of("distance-moves"))).toBe("None.");
  for (const instrument of BUILT_IN_INSTRUMENTS)
    for (const scale of instrument.scales) expect(bandWords(instrument, scale)).not.toMatch(/published/i);
});

it("says whom figures were studied with, for safety questions too", () => {
  expect(bandWords(...of("hark"))).toContain("Studied with women in general practices of east London, n 232.");
  expect(bandWords(...of("e-hits"))).toContain("n 80");
  expect(bandWords(...of("pc-ptsd-5"))).toContain("US veterans");
  expect(bandWords(...of("pcl-5", -1))).toContain("US veterans");
  expect(changeWords(...of("pcl-5", -1))).toMatch(
    /^18 points or more \(published, confirmed\)\. .*15 points or more .*male US veterans\.$/,
  );
});

it("says of every band, cut-off and error whether it is confirmed, and never more than the fact beside it", () => {
  expect(bandWords(...of("rdas", -1))).toBe("Cut-off 47.31 (below), unconfirmed.");
  expect(changeWords(...of("rdas", -1))).toMatch(/^11.58 points or more \(published, unconfirmed\)\./);
  expect(bandWords(...of("gad-7"))).toMatch(/^Minimal from 0, .*, confirmed\./);
  expect(changeWords(...of("pcl-5", -1))).toContain("(published, confirmed)");
  for (const instrument of BUILT_IN_INSTRUMENTS) {
    const areSure = /^Confirmed: [^.]*cut-offs and figures/.test(certaintyWords(instrument) ?? "");
    for (const scale of instrument.scales) {
      const [bands, change] = [bandWords(instrument, scale), changeWords(instrument, scale)];
      const said = [bands, change].filter((words) => !words.startsWith("None"));
      if (bands.startsWith("None") && change.startsWith("None")) continue;
      const isTheirs = !["ours", "practice"].includes(instrument.licence.status);
      for (const words of said)
        if (isTheirs || words.includes("published"))
          expect(words, `${instrument.key} ${scale.key}`).toMatch(/\b(confirmed|unconfirmed|assumed|estimated)\b/);
      if (!areSure) expect(said.join(" "), instrument.key).not.toMatch(/, confirmed/);
    }
  }
});

it("says at least where a source prints a change, and more than where it is computed", () => {
  expect(changeWords(...of("rdas", -1))).toMatch(/^11.58 points or more|^11.6 points or more/);
  expect(changeWords(...of("five-dimensions"))).toMatch(/^More than 27.3 points \(assumed\)/);
  expect(changeWords(...of("five-dimensions-brief"))).toMatch(/^More than 38.6 points \(assumed\)/);
});

it("says how many answers may be left out, and who says so", () => {
  expect(missingWords(of("rdas")[1])).toBe("Without every answer there is no score.");
  expect(missingWords(of("core-10")[1])).toMatch(/^One answer may be left out\. .*CORE System Trust/);
  expect(missingWords(of("fis")[1])).toMatch(/^3 answers may be left out\. .*\(ours\)/);
  expect(missingWords(of("hark")[1])).toBe("Nothing is filled in.");
});
