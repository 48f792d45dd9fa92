/** Why the template cannot be made. Only its message is shown to the person who deploys. */
export class DeploymentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DeploymentError";
  }
}
