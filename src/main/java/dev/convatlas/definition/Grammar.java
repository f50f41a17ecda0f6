package dev.convatlas.definition;

import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import dev.convatlas.definition.Functions.Function;
import dev.convatlas.source.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Holds that the tokens of an expression make sense one after the other, and that functions get as
 * many arguments as they take. EvalEx would accept {@code max(1 2)}, and names no place for most of
 * what it does not accept. That brackets are closed is what its tokenizer holds.
 */
final class Grammar {
  private final List<Token> tokens;
  private final int end;
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean operandNext = true;

  /** A bracket not yet closed; with the function whose arguments it holds, or null. */
  private static final class Open {
    private final Token token;
    private final Token function;
    private int arguments;

    private Open(Token token, Token function) {
      this.token = token;
      this.function = function;
    }
  }

  private Grammar(List<Token> tokens, int end) {
    this.tokens = tokens;
    this.end = end;
  }

  /**
   * @param end length of the expression
   */
  static void check(List<Token> tokens, int end) {
    new Grammar(tokens, end).check();
  }

  private void check() {
    for (int i = 0; i < tokens.size(); i++) {
      step(tokens.get(i), i == 0 ? null : tokens.get(i - 1));
    }
    if (operandNext) {
      throw new Failure(end, end, Message.of("expression.operand.end"));
    }
  }

  private void step(Token token, Token before) {
    boolean part = before != null && before.getType() == TokenType.STRUCTURE_SEPARATOR;
    if (part && token.getType() != TokenType.VARIABLE_OR_CONSTANT) {
      throw at(token, "expression.part");
    }
    switch (token.getType()) {
      case NUMBER_LITERAL, STRING_LITERAL, VARIABLE_OR_CONSTANT -> {
        operand(token);
        operandNext = false;
      }
      case FUNCTION, PREFIX_OPERATOR -> operand(token);
      case INFIX_OPERATOR, POSTFIX_OPERATOR -> {
        operator(token);
        operandNext = true;
      }
      case STRUCTURE_SEPARATOR -> {
        operator(token);
        operandNext = true;
      }
      case BRACE_OPEN -> {
        boolean call = before != null && before.getType() == TokenType.FUNCTION;
        operand(token);
        open.push(new Open(token, call ? before : null));
      }
      case ARRAY_OPEN -> {
        operator(token);
        open.push(new Open(token, null));
        operandNext = true;
      }
      case COMMA -> comma(token);
      case BRACE_CLOSE, ARRAY_CLOSE -> close(token, before);
      default -> throw at(token, "expression.unexpected", token.getValue());
    }
  }

  private void operand(Token token) {
    if (!operandNext) {
      throw at(token, "expression.operator", token.getValue());
    }
  }

  private void operator(Token token) {
    if (operandNext) {
      throw at(token, "expression.operand", token.getValue());
    }
  }

  private void comma(Token token) {
    operator(token);
    if (open.isEmpty() || open.peek().function == null) {
      throw at(token, "expression.unexpected", token.getValue());
    }
    open.peek().arguments++;
    operandNext = true;
  }

  private void close(Token token, Token before) {
    boolean round = token.getType() == TokenType.BRACE_CLOSE;
    TokenType opening = round ? TokenType.BRACE_OPEN : TokenType.ARRAY_OPEN;
    if (open.isEmpty() || open.peek().token.getType() != opening) {
      throw at(token, "expression.unexpected", token.getValue());
    }
    Open closed = open.pop();
    boolean empty = closed.function != null && before.getType() == opening;
    if (!empty) {
      operator(token);
      closed.arguments++;
    }
    if (closed.function != null) {
      arity(closed);
    }
    operandNext = false;
  }

  private static void arity(Open call) {
    Function function = Functions.named(call.function.getValue());
    if (call.arguments < function.least() || call.arguments > function.most()) {
      throw at(call.function, "expression.arity", function.usage(), call.arguments);
    }
  }

  private static Failure at(Token token, String key, Object... arguments) {
    int from = token.getStartPosition() - 1;
    int to = from + Math.max(1, token.getValue().length());
    return new Failure(from, to, Message.of(key, arguments));
  }
}
