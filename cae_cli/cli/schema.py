"""`cae schema`: what a dossier may hold, as a JSON Schema for text editors."""

import typer

from cae_cli.cli.shell import output, surroundings
from cae_cli.cli.shell.options import Out, described
from cae_cli.language import mark, say


@described(
    mark(
        "Editors that know TOML (with Taplo or Tombi, for example) complete the keys, check the "
        "values and show what each key is, in the language of --lang."
    ),
    "cae schema",
    "cae schema -o cae.schema.json",
)
def schema(ctx: typer.Context, out: Out = None) -> None:
    around = surroundings.of(ctx)
    to = output.target(json=True, path=out, formats=(output.JSON,))
    output.send(around, to, schema_text(around))
    if to.path is not None:
        line = f"#:schema ./{to.path}"
        around.tell(say("The first line of a dossier beside it names it: {line}", line=line))


def schema_text(around: surroundings.Surroundings) -> str:
    """Return the schema in the language of the user."""
    from cae_cli.dossier.description.schema import schema as made
    from cae_cli.render.json_text import json_text
    from cae_cli.rules.cooperatives import preset_ids

    return json_text(made(around.language.translate, preset_ids()))
