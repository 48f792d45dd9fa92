import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";

type Dialog = { opened: boolean };

/** A dialog whose code is loaded when it is opened for the first time: `later(() => import("./test-mail.tsx"))`. */
export function later<Props extends Dialog>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const Loaded = lazy(load);
  return function Later(props: Props) {
    const [wasOpened, setWasOpened] = useState(props.opened);
    if (props.opened && !wasOpened) setWasOpened(true);
    if (!wasOpened) return null;
    return (
      <Suspense fallback={null}>
        <Closed Dialog={Loaded} props={props} />
      </Suspense>
    );
  };
}

/** Drawn closed once, as if it had been there: a dialog gives the focus back to what had it when it was opened. */
function Closed<Props extends Dialog>({ Dialog, props }: { Dialog: ComponentType<Props>; props: Props }) {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => setIsDrawn(true), []);
  return <Dialog {...props} opened={props.opened && isDrawn} />;
}
