import { Button, type ButtonProps, Group } from "@mantine/core";

type Props = {
  /** The label of the submit button. */
  submit: string;
  cancel?: string;
  onCancel: () => void;
  pending: boolean;
} & Pick<ButtonProps, "color">;

/** The last row of a form in a dialog: cancel at the left, submit at the right. */
export function DialogButtons({ submit, cancel = "Cancel", onCancel, pending, color }: Props) {
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {cancel}
      </Button>
      <Button type="submit" loading={pending} {...(color !== undefined && { color })}>
        {submit}
      </Button>
    </Group>
  );
}
