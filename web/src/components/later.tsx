import { type ComponentType, useEffect, useState } from "react";
import { Problem } from "../api/problem.ts";
import { words } from "../api/words.ts";
import { tellProblem } from "./toast.ts";

type Dialog = { opened: boolean; onClose: () => void };

/**
 * A dialog whose code is loaded when it is first opened: `later(() => import("./test-mail.tsx"))`. If loading fails,
 * the dialog stays closed and the page says why. An error boundary would discard what the user has typed on the page.
 */
export function later<Props extends Dialog>(load: () => Promise<{ default: ComponentType<Props> }>) {
  let kept: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState(() => kept);
    const { opened, onClose } = props;
    const isWanted = opened && Loaded === undefined;
    useEffect(() => {
      if (!isWanted) return;
      load().then(
        (module) => {
          kept = module.default;
          setLoaded(() => module.default);
        },
        () => {
          onClose();
          tellProblem(new Problem({ code: "not_loaded", status: 0, detail: words.notLoaded }));
        },
      );
    }, [isWanted, onClose]);
    return Loaded === undefined ? null : <Drawn Dialog={Loaded} props={props} />;
  };
}

/**
 * Renders the dialog closed first, because a dialog gives the focus back to the element that had it when the dialog
 * opened.
 */
function Drawn<Props extends Dialog>({ Dialog, props }: { Dialog: ComponentType<Props>; props: Props }) {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => setIsDrawn(true), []);
  return <Dialog {...props} opened={props.opened && isDrawn} />;
}
