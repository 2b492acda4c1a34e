"use server";
import "server-only";
import { chartShape, rememberChart } from "@/db/commands/charts/remember-chart";
import { accountAction } from "./form-action";

export const rememberChartChoice = accountAction(chartShape, async (scope, input) => {
  await rememberChart(scope, input);
  return {};
});
