package dev.convatlas.definition;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import dev.convatlas.definition.Functions.Function;
import dev.convatlas.definition.Operators.Operator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Our operators and functions as EvalEx takes them. */
final class Adapters {

  private Adapters() {}

  static OperatorDictionaryIfc operators() {
    return new OperatorDictionary();
  }

  static FunctionDictionaryIfc functions() {
    return new FunctionDictionary();
  }

  private record OperatorAdapter(Operator operator) implements OperatorIfc {

    @Override
    public int getPrecedence() {
      return operator.precedence();
    }

    @Override
    public int getPrecedence(ExpressionConfiguration configuration) {
      return operator.precedence();
    }

    @Override
    public boolean isLeftAssociative() {
      return !operator.chainsRight();
    }

    @Override
    public boolean isPrefix() {
      return operator.prefix();
    }

    @Override
    public boolean isPostfix() {
      return false;
    }

    @Override
    public boolean isInfix() {
      return !operator.prefix();
    }

    @Override
    public boolean isOperandLazy() {
      return true;
    }

    @Override
    public EvaluationValue evaluate(
        Expression expression, Token token, EvaluationValue... operands) {
      Call call = ((Evaluation) expression).call(operator.symbol(), token, operands);
      return Evaluation.wrapped(operator.body().apply(call));
    }
  }

  private record FunctionAdapter(Function function) implements FunctionIfc {

    @Override
    public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
      return List.of();
    }

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
      Call call = ((Evaluation) expression).call(function.usage(), token, values);
      return Evaluation.wrapped(function.body().apply(call));
    }

    @Override
    public void validatePreEvaluation(Token token, EvaluationValue... values) {
      // Each function asks for the types it takes.
    }

    @Override
    public boolean hasVarArgs() {
      return true;
    }

    @Override
    public boolean isParameterLazy(int index) {
      return true;
    }

    @Override
    public int getCountOfNonVarArgParameters() {
      return 0;
    }
  }

  private static final class OperatorDictionary implements OperatorDictionaryIfc {
    private final Map<String, OperatorIfc> prefix = new HashMap<>();
    private final Map<String, OperatorIfc> infix = new HashMap<>();

    private OperatorDictionary() {
      for (Operator operator : Operators.ALL) {
        (operator.prefix() ? prefix : infix).put(operator.symbol(), new OperatorAdapter(operator));
      }
    }

    @Override
    public void addOperator(String symbol, OperatorIfc operator) {
      throw new UnsupportedOperationException(symbol);
    }

    @Override
    public OperatorIfc getPrefixOperator(String symbol) {
      return prefix.get(symbol);
    }

    @Override
    public OperatorIfc getPostfixOperator(String symbol) {
      return null;
    }

    @Override
    public OperatorIfc getInfixOperator(String symbol) {
      return infix.get(symbol);
    }
  }

  private static final class FunctionDictionary implements FunctionDictionaryIfc {

    @Override
    public void addFunction(String name, FunctionIfc function) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public FunctionIfc getFunction(String name) {
      Function function = Functions.named(name);
      return function == null ? null : new FunctionAdapter(function);
    }
  }
}
