/**
 * The commands {@code translate} and {@code exec}: {@link dev.weft.translator.cli.TranslateCommand}
 * and {@link dev.weft.translator.cli.ExecCommand}, to be mounted as subcommands.
 */
@NullMarked
package dev.weft.translator.cli;

import org.jspecify.annotations.NullMarked;
