import { expect, it } from "vitest";
import { connectionStatus } from "@/lib/connection/connection-record";

const baseline = { median: 6, lower: 4, upper: 8, checks: 9 };

it("says where connection stands beside the client's own start", () => {
  const kept = { medians: [6, 6, 6, 3], baseline };
  expect(connectionStatus(null, "2026-03-02", "2026-04-06")).toBe("forming");
  expect(connectionStatus(kept, "2026-03-02", "2026-03-15")).toBe("forming");
  expect(connectionStatus({ ...kept, medians: [6, 6, 6] }, "2026-03-02", "2026-03-23")).toBe("usual");
  expect(connectionStatus(kept, "2026-03-02", "2026-03-30")).toBe("watch");
  expect(connectionStatus({ ...kept, medians: [6, 6, 3, 3] }, "2026-03-02", "2026-03-30")).toBe("review");
});
