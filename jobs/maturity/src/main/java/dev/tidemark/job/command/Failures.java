// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong: one message, no stack trace, no secret. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    print(err, String.valueOf(failure.getMessage()));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof ParameterException wrongUsage) {
      return handleParseException(wrongUsage, new String[0]);
    }
    print(command.getErr(), Message.of(failure));
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static void print(PrintWriter err, String message) {
    List<String> lines = Redaction.of(message).lines().toList();
    err.println("tidemark: " + String.join(System.lineSeparator(), lines));
  }
}
