import type { FormState } from "@/lib/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export type SessionLine = {
  readonly id: string;
  readonly device: string;
  readonly since: string;
  readonly lastSeen: string;
  readonly isThisOne: boolean;
};

export type AccountActions = {
  readonly rename: FormAction;
  readonly newPassword: FormAction;
  readonly startFactor: FormAction;
  readonly dropFactor: FormAction;
  readonly newCodes: FormAction;
  readonly endSession: FormAction;
  readonly endOthers: FormAction;
  readonly signOut: () => Promise<void>;
};

export type AccountData = {
  readonly name: string;
  readonly email: string;
  readonly isStaff: boolean;
  readonly factor: "none" | "waiting" | "on";
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly SessionLine[];
};
