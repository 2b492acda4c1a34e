import fc from "fast-check";
import { expect, it } from "vitest";
import { fileDisposition, plainFileName } from "./file-name";

it("spells a name in letters that every system keeps", () => {
  expect(plainFileName("Straße, Öztürk-Şahin")).toBe("Strasse-Ozturk-Sahin");
  expect(plainFileName("Łęcki, İpek")).toBe("Lecki-Ipek");
  expect(plainFileName("ليلى حسن")).toBe("Report");
});

it("names the file in both ways", () => {
  expect(fileDisposition("inline", "Bericht über (Weiß)", "pdf")).toBe(
    "inline; filename=\"Bericht-uber-Weiss.pdf\"; filename*=UTF-8''Bericht%20%C3%BCber%20%28Wei%C3%9F%29.pdf",
  );
  expect(fileDisposition("attachment", "Document 2026-11-30", "pdf")).toBe(
    "attachment; filename=\"Document-2026-11-30.pdf\"; filename*=UTF-8''Document%202026-11-30.pdf",
  );
});

it("lets no name out of its header, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const header = fileDisposition("attachment", name, "pdf");
      expect(header).toMatch(
        /^attachment; filename="[A-Za-z0-9-]+\.pdf"; filename\*=UTF-8''[A-Za-z0-9%._~!$&+^`|#-]+$/,
      );
      expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
    }),
  );
});
