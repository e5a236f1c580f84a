"""What every command stands on: options, help, errors, streams, values typed."""
