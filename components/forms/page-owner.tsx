"use client";

import { createContext, type ReactNode, use } from "react";
import { ownerField } from "@/lib/typed-form";

type Owner = { readonly mark: string; readonly isClient: boolean };

const OwnerContext = createContext<Owner>({ mark: "", isClient: false });

/** Whose page this is. Before sign-in it is nobody's. */
export const usePageOwner = () => use(OwnerContext);

/** A page that becomes somebody else's starts anew: nothing typed by one person stands in the other's fields. */
export function PageOwner({ mark, isClient, children }: Owner & { children: ReactNode }) {
  return (
    <OwnerContext key={mark} value={{ mark, isClient }}>
      {children}
    </OwnerContext>
  );
}

/** The mark as the server looks for it; it is in the page as it is sent, so that it works without script. */
export function OwnerMark() {
  return <input type="hidden" name={ownerField} value={usePageOwner().mark} />;
}
